internal import Tables

extension Change {
  /// What was done to a value, as a report says it.
  var label: LocalizedText {
    switch self {
    case .encoding: LocalizedText(thai: "ตัวอักษรเสียหาย", english: "Damaged letters")
    case .zeroWidth:
      LocalizedText(thai: "ตัวอักษรที่มองไม่เห็น", english: "Invisible characters")
    case .spaces: LocalizedText(thai: "ช่องว่างเกิน", english: "Needless spaces")
    case .saraAm: LocalizedText(thai: "สระอำพิมพ์แยก", english: "Sara am in two parts")
    case .saraAe: LocalizedText(thai: "สระแอพิมพ์เป็นเอสองตัว", english: "Sara ae as two sara e")
    case .doubledMark: LocalizedText(thai: "สระหรือวรรณยุกต์ซ้ำ", english: "Doubled marks")
    case .markOrder:
      LocalizedText(thai: "ลำดับสระและวรรณยุกต์", english: "Order of vowels and tones")
    case .accents:
      LocalizedText(thai: "อักษรละตินกับเครื่องหมายแยกกัน", english: "Latin accents in two parts")
    case .dashes: LocalizedText(thai: "รูปขีด", english: "Forms of dashes")
    case .quotes: LocalizedText(thai: "รูปเครื่องหมายคำพูด", english: "Forms of quotation marks")
    case .nothing:
      LocalizedText(thai: "เครื่องหมายหรือคำที่แปลว่าไม่มี", english: "Signs and words for nothing")
    case .thaiDigits: LocalizedText(thai: "เลขไทย", english: "Thai digits")
    case .joiners:
      LocalizedText(thai: "ขีดและช่องว่างในเลขรหัส", english: "Hyphens and spaces in numbers")
    case .emptyZeros: LocalizedText(thai: "ศูนย์ที่ไม่มีความหมาย", english: "Zeros that say nothing")
    case .letterO: LocalizedText(thai: "ตัวโอแทนเลขศูนย์", english: "Letter O for zero")
    case .zerosRestored: LocalizedText(thai: "เติมศูนย์หน้าเลข", english: "Leading zeros restored")
    case .letterCase:
      LocalizedText(thai: "ตัวพิมพ์เล็กและใหญ่", english: "Small and capital letters")
    case .thousands: LocalizedText(thai: "เครื่องหมายคั่นหลักพัน", english: "Marks between thousands")
    case .unit: LocalizedText(thai: "หน่วยติดกับตัวเลข", english: "Units beside numbers")
    case .variant: LocalizedText(thai: "คำสะกดอื่นของรายการ", english: "Other spellings of a choice")
    case .room: LocalizedText(thai: "ห้องต่อท้ายชั้น", english: "Rooms behind grades")
    case .titleStripped: LocalizedText(thai: "คำนำหน้าติดกับชื่อ", english: "Titles before names")
    case .prefix:
      LocalizedText(thai: "คำนำหน้าที่อยู่ (ต. อ. จ.)", english: "Words before places")
    case .era: LocalizedText(thai: "ปี ค.ศ. หรือ พ.ศ.", english: "Years of another era")
    case .serial:
      LocalizedText(thai: "วันที่เป็นเลขลำดับของ Excel", english: "Day numbers of spreadsheets")
    case .twoDigitYear: LocalizedText(thai: "ปีสองหลัก", english: "Years of two digits")
    case .notation: LocalizedText(thai: "รูปแบบการเขียน", english: "The same in one notation")
    }
  }
}
