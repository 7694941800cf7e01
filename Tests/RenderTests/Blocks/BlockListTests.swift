import Foundation
import Render
import Testing

struct BlockListTests {
  @Test func theListHoldsEveryFileOfTheFolder() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Printing.root + "/Sources/Render/Blocks")
    #expect(files.sorted() == allBlocks.map { "\($0).swift" }.sorted())
  }

  @Test func everyBlockHasANameOfItsOwnAndASummary() {
    let names = allBlocks.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(allBlocks.allSatisfy { $0.summary.hasSuffix(".") || $0.summary.hasSuffix("…") })
  }
}
