import Pipeline
import TestKit
import Testing

@Suite struct EmbeddedFilesTests {
  @Test func theBinaryHoldsEveryFileOfPipelines() throws {
    #expect(EmbeddedFiles.paths == (try ProjectFiles.files(below: "pipelines")))
  }

  @Test func theCopiesAreTheFiles() throws {
    for path in EmbeddedFiles.paths {
      #expect(EmbeddedFiles.text(path) == (try ProjectFiles.text("pipelines/" + path)), "\(path)")
    }
  }
}
