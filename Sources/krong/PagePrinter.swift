internal import Containers
internal import Logging
internal import Pipeline
internal import Tables

/// Prints pages as PDF by a Chromium of this machine; the pages themselves say how they stand on paper.
struct PagePrinter {
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ]
  /// The longest that one page may take; a book of a large office takes some seconds.
  private static let seconds: Int32 = 300
  private static let profile = ".print"

  private let program: ChildProgram
  private let day: Day

  /// `day` stands in the files as the day on which they were made, for no file of a run knows the clock.
  init?(day: Day) {
    guard let program = ChildProgram(named: Self.names) else { return nil }
    self.program = program
    self.day = day
  }

  static let isMissing = """
    no PDF was made, for no Chromium is installed: open summary.html in a browser and press its button \
    'พิมพ์ / Print', or install the package 'chromium'
    """

  /// Adds a PDF beside each page of the whole office; sheets of schools are printed from the browser.
  ///
  /// A page that cannot be printed is told, and the run goes on: the page itself is there.
  func print(_ pages: Pages, in folder: FolderSwap, _ logger: Logger) throws {
    let ofOffice = pages.batches.filter { !$0.isOfSchool }.flatMap { $0.paths }
    for page in ofOffice.sorted() where page.hasSuffix(".html") {
      let name = String(page.dropLast("html".count)) + "pdf"
      do {
        try print(page, to: name, in: folder)
      } catch {
        logger.warning("\(name) was not made (\(error)); print \(page) from a browser")
        try folder.remove(name)
      }
    }
    do {
      try folder.remove(Self.profile)
    } catch {
      // Something of the browser outlived it by a moment; once more, for its folder is none of the outputs.
      try folder.remove(Self.profile)
    }
  }

  private func print(_ page: String, to name: String, in folder: FolderSwap) throws {
    let place = try Folder.absolute(folder.path(page))
    let target = folder.path(name)
    var arguments = [
      "--headless=new", "--disable-gpu", "--disable-extensions", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer",
      "--user-data-dir=" + folder.path(Self.profile), "--print-to-pdf=" + target,
    ]
    // Chromium's sandbox does not work for root; the page runs no script but its own.
    if ChildProgram.runsAsRoot { arguments.append("--no-sandbox") }
    try program.run(arguments + [Self.url(place)], seconds: Self.seconds)
    let source = try ByteSource(path: target)
    let bytes = try source.read(0..<source.count)
    try folder.write(name, dated(bytes))
  }

  /// The day of the round in the place of the clock's.
  private func dated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let text = day.iso.filter { $0 != "-" } + "000000"
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      guard let start = bytes.firstRange(of: Array(key.utf8))?.upperBound,
        start + text.utf8.count <= bytes.count
      else { continue }
      bytes.replaceSubrange(start..<(start + text.utf8.count), with: text.utf8)
    }
    return bytes
  }

  /// A path as a browser takes it: all bytes but the plainest are spelled.
  private static func url(_ path: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var url = Array("file://".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        url.append(byte)
      default:
        url += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: url, as: UTF8.self)
  }
}
