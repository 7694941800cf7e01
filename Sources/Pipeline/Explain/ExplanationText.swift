internal import Deduplicate
internal import Render

/// An explanation as text for a terminal: the rows side by side, the waterfall, and what became of them.
package enum ExplanationText {
  private static let widestValue = 40
  private static let barWidth = 40

  package static func text(_ explanation: Explanation) -> String {
    let words = explanation.words
    let matching = words.matching
    var lines = [words[.rows]] + rows(explanation)
    lines += ["", words[.weights] + " · " + explanation.waterfall.rival, matching[.legend]]
    lines += waterfall(explanation.waterfall, sum: matching[.sum])
    if let silent = explanation.waterfall.silentSentence { lines.append(silent) }
    let chance = matching[.probability, NumberText.chance(explanation.match.probability)]
    lines += ["", words[.verdict], chance + " · " + matching[explanation.match.certainty]]
    lines.append(
      explanation.keys.isEmpty
        ? words[.noKey] : words[.keys, explanation.keys.joined(separator: ", ")])
    lines.append(explanation.verdict)
    return lines.map(trimmed).joined(separator: "\n") + "\n"
  }

  private static func rows(_ explanation: Explanation) -> [String] {
    let table =
      [(explanation.words[.column], explanation.places[0], " ", explanation.places[1])]
      + explanation.pairs.map { pair in
        (pair.label, pair.left, pair.isSame.map { $0 ? "=" : "≠" } ?? " ", pair.right)
      }
    let label = table.map { TableWidths.width(of: $0.0) }.max() ?? 0
    let value = min(widestValue, table.map { TableWidths.width(of: $0.1) }.max() ?? 0)
    return table.map {
      "  " + padded($0.0, label) + "  " + padded($0.1, value) + " " + $0.2 + " " + $0.3
    }
  }

  // MARK: Waterfall

  private static func waterfall(_ waterfall: Waterfall, sum: String) -> [String] {
    let steps =
      waterfall.steps.map {
        (
          text: $0.detail.isEmpty ? $0.label : $0.label + ": " + $0.detail, from: $0.start,
          to: $0.end
        )
      } + [(text: sum, from: 0, to: waterfall.sum)]
    let label = steps.map { TableWidths.width(of: $0.text) }.max() ?? 0
    let low = min(0, waterfall.steps.map { $0.end }.min() ?? 0)
    let high = max(low + 1, 0, waterfall.steps.map { $0.end }.max() ?? 0)
    return steps.map { step in
      let points = NumberText.bits(step.to - step.from)
      let gap = String(repeating: " ", count: max(0, 8 - points.count))
      return "  " + padded(step.text, label) + gap + points + "  "
        + bar(step.from, step.to, low...high)
    }
  }

  /// A bar from one sum to the next, with a line where the sum is nothing.
  private static func bar(_ from: Int, _ to: Int, _ range: ClosedRange<Int>) -> String {
    let place = { (points: Int) in
      (points - range.lowerBound) * barWidth / (range.upperBound - range.lowerBound)
    }
    var cells = [Character](repeating: " ", count: barWidth + 1)
    cells[place(0)] = "│"
    let (left, right) = (place(min(from, to)), place(max(from, to)))
    guard from != to else { return String(cells) }
    for cell in left..<max(right, left + 1) { cells[cell] = to > from ? "█" : "░" }
    return String(cells)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TableWidths.width(of: text)))
  }

  private static func trimmed(_ line: String) -> String {
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == " " {
      end = line.index(before: end)
    }
    return String(line[..<end])
  }
}
