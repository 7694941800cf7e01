/// Surnames put together from syllables, so that there are many and none is anybody's.
package enum Surnames {
  private static let opening = WordList(
    """
    กิตติ เกษม แก้ว คง จันทร์ จิต เจริญ ชัย ชื่น โชติ ณรงค์ ดวง ดี ทอง ทรัพย์ เทพ ธรรม นาค นิล
    บุญ บัว ประ ปาน ผล พงษ์ พรหม พันธุ์ พิมพ์ เพชร เพิ่ม โพธิ์ ภักดี มณี มงคล มี เมือง ยอด ยิ้ม
    รักษ์ รุ่ง เรือง ฤทธิ์ ลาภ วงศ์ วัฒน์ วิเศษ ศรี ศักดิ์ ศิริ สว่าง สม สาย สิงห์ สิน สี สุข สุวรรณ
    แสง เสริม โสภา หอม หาญ อ่อน อินทร์ อุดม อุ่น เอี่ยม
    """)
  private static let middle = WordList(
    """
    กล้า เกิด ขจร คีรี งาม จรูญ ชล เดช ตระการ ถาวร ทวี ธาร นคร นาวา บำรุง ประเสริฐ ปัญญา ไพร
    พัฒนา ภูมิ มั่น มาลา เย็น รัตน์ ราษฎร์ ลือ วารี วิไล ศิลป์ สถิตย์ สนิท สมบัติ สวัสดิ์ อำไพ อาจ
    """)
  private static let ending = WordList(
    "กุล ชัย โชค ดี ไทย ธรรม นนท์ พงศ์ พันธ์ ภักดิ์ ภูมิ มงคล ยิ่ง รัตน์ วงษ์ วัฒน์ ศรี สกุล สุข โสภณ")

  private static let foreignOpening = WordList(
    """
    กอง กยอ ขวาน จอย ตาน ทุน โบ เพียว ยู เลี่ยน วาย สวย แสน หน่อ หละ เอือง
    กัน คิม ชวน ซิน เต็ง เนียม พู พอน เมือน รอง ลิม สก ซวน หมอก ฮวด เอม
    """)
  private static let foreignEnding = WordList(
    "อู ลวิน เมียะ ตุน ทเว นาย เพ หม่อง เอ วุน พิน ทอง ดี สะเม็ด ราด เลียบ พา แสง จัน ไต")

  /// How many there are for families with Thai papers.
  package static let count = opening.count * middle.count * ending.count
  /// How many there are for each kind of family without.
  package static let foreignCount = foreignOpening.count / 2 * foreignEnding.count

  package static func append(_ surname: Surname, to bytes: inout [UInt8]) {
    switch surname {
    case .thai(let index):
      let index = Int(index)
      bytes.append(contentsOf: opening[index % opening.count])
      bytes.append(contentsOf: middle[index / opening.count % middle.count])
      bytes.append(contentsOf: ending[index / (opening.count * middle.count)])
    case .withGCode(let index):
      appendForeign(Int(index), half: 0, to: &bytes)
    case .withForeignNumber(let index):
      appendForeign(Int(index), half: 1, to: &bytes)
    }
  }

  private static func appendForeign(_ index: Int, half: Int, to bytes: inout [UInt8]) {
    let openings = foreignOpening.count / 2
    bytes.append(contentsOf: foreignOpening[half * openings + index % openings])
    bytes.append(contentsOf: foreignEnding[index / openings])
  }
}

/// A surname by its place among those that can be put together.
///
/// Families with G-codes share no surname with families that have numbers: a child with a G-code and one
/// with a number and the same names are never there by chance, only when planted.
package enum Surname: Sendable, Hashable {
  case thai(UInt32)
  case withGCode(UInt32)
  case withForeignNumber(UInt32)
}
