internal import Tables

/// The words that tables share.
enum Words {
  /// What a figure counts; stands in the column `unit` of figures.csv.
  enum Unit: String {
    case rows, cells, files, persons, registrations, schools, clusters, findings, causes, share,
      baht
  }

  static let number = LocalizedText(thai: "ลำดับ", english: "No.")
  static let code = LocalizedText(thai: "รหัส", english: "Code")
  static let school = LocalizedText(thai: "โรงเรียน", english: "School")
  static let total = LocalizedText(thai: "รวมทั้งสิ้น", english: "Total")
  static let both = LocalizedText(thai: "รวม", english: "All")
  static let unknown = LocalizedText(thai: "ไม่ระบุ", english: "Not stated")
  static let grade = LocalizedText(thai: "ชั้น", english: "Grade")
  static let age = LocalizedText(thai: "อายุ (ปี)", english: "Age (years)")
  static let size = LocalizedText(thai: "ขนาดโรงเรียน", english: "Size of school")
  static let notSubmitted = LocalizedText(thai: "ยังไม่ส่งข้อมูล", english: "Not submitted")
  static let money = LocalizedText(thai: "จำนวนเงิน (บาท)", english: "Baht")
  static let noRate = LocalizedText(thai: "ไม่มีอัตรา", english: "Without a rate")

  static let wholeTotal = LocalizedText(thai: "ยอดรวมทั้งสิ้น", english: "the total")
  static let wholeLine = LocalizedText(thai: "ยอดรวมของแถว", english: "all of the line")

  /// `ร้อยละของโรงเรียน คิดจากยอดรวมทั้งสิ้น`, `Share: schools in the total`.
  static func share(
    _ name: LocalizedText, of part: LocalizedText, in whole: LocalizedText
  ) -> LocalizedText {
    LocalizedText(
      thai: "ร้อยละของ\(part.thai) คิดจาก\(whole.thai)",
      english: "\(name.english): \(part.english) in \(whole.english)")
  }

  /// Where rates come from, below the table that pays by them.
  static func rates(from source: String) -> LocalizedText {
    LocalizedText(thai: "อัตรา: " + source, english: "Rates: " + source)
  }

  static let flags = [
    "true": LocalizedText(thai: "ใช่", english: "Yes"),
    "false": LocalizedText(thai: "ไม่ใช่", english: "No"),
  ]
  static let counts: [CountTally.What: LocalizedText] = [
    .persons: LocalizedText(thai: "คน", english: "Persons"),
    .registrations: LocalizedText(thai: "ทะเบียน", english: "Registrations"),
    .further: LocalizedText(thai: "ทะเบียนซ้ำ", english: "Further registrations"),
    .rows: LocalizedText(thai: "แถว", english: "Rows"),
  ]

  /// `น้ำหนัก (เฉลี่ย)`, `Weight (mean)`.
  static func mean(of label: LocalizedText?) -> LocalizedText? {
    label.map {
      LocalizedText(thai: $0.thai + " (เฉลี่ย)", english: $0.english + " (mean)")
    }
  }

  static func median(of label: LocalizedText?) -> LocalizedText? {
    label.map {
      LocalizedText(thai: $0.thai + " (ค่ากลาง)", english: $0.english + " (median)")
    }
  }

  /// `รอบก่อน (2568/3)`, `Previous round (2568/3)`.
  static func name(of earlier: EarlierRound) -> LocalizedText {
    let round = earlier.round.name
    return switch earlier.kind {
    case .previous:
      LocalizedText(thai: "รอบก่อน (\(round))", english: "Previous round (\(round))")
    case .lastYear: LocalizedText(thai: "ปีก่อน (\(round))", english: "Last year (\(round))")
    case nil: LocalizedText(round)
    }
  }

  /// `เปลี่ยนแปลงจากรอบก่อน (2568/3)`, `Since previous round (2568/3)`.
  static func change(since earlier: EarlierRound) -> LocalizedText {
    let name = name(of: earlier)
    return LocalizedText(
      thai: "เปลี่ยนแปลงจาก" + name.thai,
      english: "Since " + name.english.prefix(1).lowercased() + name.english.dropFirst())
  }

  static let unplaced = LocalizedText(thai: "ไม่ทราบโรงเรียน", english: "School not known")

  /// The school's name; one that the register lacks is marked.
  static func name(of school: School) -> LocalizedText {
    guard school.registerRow == nil else { return LocalizedText(school.name) }
    return LocalizedText(
      thai: school.name + " (ไม่อยู่ในทะเบียน)", english: school.name + " (not in the register)")
  }

  /// `รวมประถมศึกษา`, `Primary, all`.
  static func sum(of label: LocalizedText) -> LocalizedText {
    LocalizedText(thai: "รวม" + label.thai, english: label.english + ", all")
  }
}
