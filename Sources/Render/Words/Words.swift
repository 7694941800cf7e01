package import Settings
package import Tables

/// The words that stand on every page whatever its report says, in one language.
///
/// They come from `pipelines/pages/words.yaml`; `{0}` and `{1}` are filled in.
package struct Words: Sendable {
  package enum Word: String, Sendable, CaseIterable {
    case asOf = "as-of"
    case exported
    case exportedBetween = "exported-between"
    case notStamped = "not-stamped"
    case madeBy = "made-by"
    case moment
    case contents
    case overview
    case back
    case firstRows = "first-rows"
    case part
    case page
    case bad, attention, good
    case forPublic = "for-public"
    case forDirector = "for-director"
    case forSchool = "for-school"
    case forOfficer = "for-officer"
    case error, warning, info
    case sincePrevious = "since-previous"
    case sinceLastYear = "since-last-year"
    case listFile = "list-file"
    case listRow = "list-row"
    case listRows = "list-rows"
    case listWhich = "list-which"
    case listWhat = "list-what"
    case listFirst = "list-first"
    case listSince = "list-since"
    case listNew = "list-new"
    case listOpen = "list-open"
    case listFindings = "list-findings"
    case listCount = "list-count"
    case listLevel = "list-level"
    case listAbout = "list-about"
    case listValue = "list-value"
    case listWrong = "list-wrong"
    case listDo = "list-do"
    case listReference = "list-reference"
    case listAnswer = "list-answer"
    case listAnswered = "list-answered"
    case listNote = "list-note"
    case listSchool = "list-school"
    case listHow = "list-how"
    case stateNew = "state-new"
    case stateOpen = "state-open"
    case answerStill = "answer-still"
    case answerStillThere = "answer-still-there"
    case errorName = "error-name"
    case warningName = "warning-name"
    case infoName = "info-name"
    case choices
    case listConsequences = "list-consequences"
    case listLine = "list-line"
    case find
    case findAll = "find-all"
    case findShown = "find-shown"
    case findTotals = "find-totals"
    case colours
    case yes, no
    case rowsOnPaper = "rows-on-paper"
    case rowsMarks = "rows-marks"
    case charts
    case chartPyramid = "chart-pyramid"
    case chartBars = "chart-bars"
    case chartColumns = "chart-columns"
    case chartStacked = "chart-stacked"
    case chartLines = "chart-lines"
    case chartShows = "chart-shows"
    case chartExtremes = "chart-extremes"
    case chartCourse = "chart-course"
    case chartMissing = "chart-missing"
    case chartLargest = "chart-largest"
    case chartLatest = "chart-latest"
    case chartTable = "chart-table"
    case chartFigures = "chart-figures"
    case tableNumber = "table-number"
    case source
    case moreRows = "more-rows"
    case sourceFiles = "source-files"
    case tables
    case letterTitle = "letter-title"
    case letterAgency = "letter-agency"
    case letterNumber = "letter-number"
    case letterDate = "letter-date"
    case letterSubject = "letter-subject"
    case letterTo = "letter-to"
    case letterOpen = "letter-open"
    case print
  }

  private let texts: Wording<Word>
  private let months: [String]

  package var language: Language { texts.language }

  package init(_ settings: Settings, language: Language) throws {
    texts = try Wording(settings, language: language, besides: ["months"])
    let months = try settings.required("months")
    guard months.items.count == 12 else {
      throw SettingsError("expected 12 months, found \(months.items.count)", at: months.place)
    }
    self.months = try months.items.map { try $0.localizedText[language] }
  }

  package subscript(_ word: Word, _ facts: String...) -> String { texts[word, facts] }

  subscript(_ kind: EarlierRound.Kind) -> String {
    switch kind {
    case .previous: self[Word.sincePrevious]
    case .lastYear: self[Word.sinceLastYear]
    }
  }

  subscript(_ severity: Severity) -> String {
    switch severity {
    case .error: self[Word.error]
    case .warning: self[Word.warning]
    case .info: self[Word.info]
    }
  }

  /// The severity in a column of its own.
  func name(of severity: Severity) -> String {
    switch severity {
    case .error: self[Word.errorName]
    case .warning: self[Word.warningName]
    case .info: self[Word.infoName]
    }
  }

  /// A day in figures: of the Buddhist era in Thai, as ISO writes it in English.
  func shortDay(_ day: Day) -> String { day.short[language] }

  /// A day in full: of the Buddhist era in Thai, of the Common Era in English.
  package func day(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(number) \(months[month - 1]) \(language == .thai ? year + 543 : year)"
  }

  /// The stamp of an export, `YYYY-MM-DD hh:mm:ss`, as a reader says it.
  package func moment(_ stamp: String) -> String {
    let parts = stamp.split(separator: " ")
    guard parts.count == 2, let day = Day(iso: parts[0]) else { return stamp }
    return self[.moment, self.day(day), String(parts[1].prefix(5))]
  }

  package subscript(_ tone: Tone) -> String {
    switch tone {
    case .bad: self[Word.bad]
    case .attention: self[Word.attention]
    case .good: self[Word.good]
    }
  }

  package subscript(_ audience: Audience) -> String {
    switch audience {
    case .public: self[Word.forPublic]
    case .director: self[Word.forDirector]
    case .school: self[Word.forSchool]
    case .officer: self[Word.forOfficer]
    }
  }
}
