package import Settings

/// What a pipeline's `as: [html, xlsx, pdf]` asks for.
package struct PageFormats: Sendable {
  private enum Word: String, CaseIterable { case html, xlsx, pdf }

  package let written: [PageFormat]
  /// The pages are printed as well, by another program; what is printed is a page in HTML.
  package let arePrinted: Bool

  package init(_ settings: Settings?) throws {
    let words = try settings.map { settings in
      try settings.items.map { try $0.choice(of: Word.self, called: "format of pages") }
    }
    arePrinted = words?.contains(.pdf) ?? false
    let asked = words?.compactMap { PageFormat(rawValue: $0.rawValue) } ?? PageFormat.allCases
    written = arePrinted && !asked.contains(.html) ? [.html] + asked : asked
  }
}
