package import Tables

/// Running text with figures in it; a writer decides how a figure looks.
package struct Phrase: Sendable, Equatable {
  package enum Run: Sendable, Equatable {
    case text(String)
    /// With its name, where figures.csv has one for it.
    case figure(Figure.Value, id: FigureID?)
  }

  package let runs: [Run]

  package init(_ runs: [Run]) { self.runs = runs }
  package init(_ text: String) { runs = text.isEmpty ? [] : [.text(text)] }

  package var isEmpty: Bool { runs.isEmpty }

  /// The text as one string, for a writer that cannot mark figures.
  package var plain: String { plain(.arabic) }

  package func plain(_ numerals: Numerals) -> String {
    runs.map { run in
      switch run {
      case .text(let text): text
      case .figure(let value, _): numerals.text(value)
      }
    }.joined()
  }
}
