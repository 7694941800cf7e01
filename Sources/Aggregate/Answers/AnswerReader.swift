internal import Tables

/// Reads what schools have answered to findings, whatever they have written.
///
/// A line names its finding by a reference that only Krong can make. Of several lines with one reference the
/// one with the latest date counts, and among those the last. A file that says of which school it is answers
/// for that school only.
struct AnswerReader {
  private let references: [FindingReference]
  private let places: [FindingPlace]
  private let linked: LinkedTables

  init(references: [FindingReference], places: [FindingPlace], _ linked: LinkedTables) {
    self.references = references
    self.places = places
    self.linked = linked
  }

  /// One answer that can be read.
  private struct Line {
    let place: RowReference
    let reference: FindingReference
    let answer: Answer
    /// The code of the school whose file it is; empty where the file does not say.
    let school: String

    /// The day of the answer; before all others where it has none.
    var day: Int32 { answer.day?.number ?? .min }
  }

  /// What stands in some datasets, by their places among the tables.
  func answers(in datasets: [Int]) -> Answers {
    var notes = Notes(linked)
    let lines = datasets.flatMap { self.lines(of: $0, &notes) }
    guard !lines.isEmpty else { return Answers(notes: notes.sorted) }
    let asked = Set(lines.map { $0.reference })
    var findings: [FindingReference: Int] = [:]
    for (finding, reference) in references.enumerated() where asked.contains(reference) {
      findings[reference] = finding
    }
    // Who may not answer to a finding takes no place from who may.
    let own = lines.filter { line in
      guard let finding = findings[line.reference], !line.school.isEmpty,
        line.school != school(of: finding)
      else { return true }
      notes.add(line.place, .otherSchool)
      return false
    }
    var answers: [Int: Answer] = [:]
    for line in latest(of: own, &notes).values {
      if let finding = findings[line.reference] {
        answers[finding] = line.answer
      } else {
        notes.add(line.place, .unknown)
      }
    }
    return Answers(answers, notes: notes.sorted)
  }

  /// The line that counts of each reference.
  private func latest(of lines: [Line], _ notes: inout Notes) -> [FindingReference: Line] {
    var latest: [FindingReference: Line] = [:]
    for line in lines {
      guard let known = latest[line.reference] else {
        latest[line.reference] = line
        continue
      }
      let isNewer = line.day >= known.day
      latest[line.reference] = isNewer ? line : known
      if known.answer.word != line.answer.word {
        notes.add(isNewer ? known.place : line.place, .replaced)
      }
    }
    return latest
  }

  private func school(of finding: Int) -> String? {
    places[finding].school.map { linked.schools[$0].code }
  }

  /// The lines with an answer that can be read.
  private func lines(of dataset: Int, _ notes: inout Notes) -> [Line] {
    let table = linked.clean.tables[dataset]
    guard let references = table["reference"], let words = table["answer"] else { return [] }
    let (notesOfLines, days) = (table["note"], table["when"]?.date)
    let schools = table["school_code"]
    var lines: [Line] = []
    for row in 0..<table.count where table.accepted[row] && !words.isMissing(row) {
      let place = RowReference(dataset: dataset, row: row)
      guard let word = Answer.Word(rawValue: words.string(row)) else {
        notes.add(place, .unreadable)
        continue
      }
      guard let reference = FindingReference(references.string(row)), reference != .none else {
        notes.add(place, .unknown)
        continue
      }
      lines.append(
        Line(
          place: place, reference: reference,
          answer: Answer(word, note: notesOfLines?.string(row) ?? "", day: days?[row]),
          school: schools?.string(row) ?? ""))
    }
    return lines
  }

  /// What is told of a file: each outcome once, with the number of its lines.
  private struct Notes {
    private let linked: LinkedTables
    private var all: [AnswerNote] = []
    private var known: [Key: Int] = [:]

    private struct Key: Hashable {
      let input: Int
      let outcome: AnswerNote.Outcome
    }

    init(_ linked: LinkedTables) { self.linked = linked }

    /// In the order of the lines.
    var sorted: [AnswerNote] {
      all.sorted {
        ($0.first.dataset, $0.first.row, $0.outcome.rawValue)
          < ($1.first.dataset, $1.first.row, $1.outcome.rawValue)
      }
    }

    mutating func add(_ place: RowReference, _ outcome: AnswerNote.Outcome) {
      let input = linked.clean.tables[place.dataset].raw.origins[place.row].input
      let key = Key(input: input, outcome: outcome)
      if let index = known[key] {
        all[index].add(place)
      } else {
        known[key] = all.count
        all.append(AnswerNote(first: place, outcome: outcome))
      }
    }
  }
}
