/// Surnames of a nation: hundreds of thousands, some at home in one province or one village.
enum FamilyNames {
  /// Stands for no surname, which lists show as `-`.
  static let none: Int32 = -1
  static let thaiCount =
    chinese.count + openings.count * endings.count * (1 + middles.count)
  private static let foreignCount = foreignOpenings.count * foreignEndings.count

  static func append(_ name: Int32, to bytes: inout [UInt8]) {
    guard name >= 0 else { return bytes.append(UInt8(ascii: "-")) }
    let place = Int(name)
    if place >= thaiCount {
      let rest = place - thaiCount
      bytes.append(contentsOf: foreignOpenings[rest % foreignOpenings.count])
      bytes.append(contentsOf: foreignEndings[rest / foreignOpenings.count % foreignEndings.count])
    } else if place < chinese.count {
      bytes.append(contentsOf: clan)
      bytes.append(contentsOf: chinese[place])
    } else {
      let rest = place - chinese.count
      let opening = rest % openings.count
      let middle = rest / openings.count % (1 + middles.count)
      bytes.append(contentsOf: openings[opening])
      if middle > 0 { bytes.append(contentsOf: middles[middle - 1]) }
      bytes.append(contentsOf: endings[rest / (openings.count * (1 + middles.count))])
    }
  }

  static func text(_ name: Int32) -> String {
    var bytes: [UInt8] = []
    append(name, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A family's name: of the nation, of the province, or of the village about the school.
  static func pick(
    _ papers: Household.Papers, province: Int, school: Int, using generator: inout SeededGenerator
  ) -> Int32 {
    guard papers == .thai else {
      if generator.chance(perThousand: 250) { return none }
      return Int32(thaiCount + generator.below(foreignCount))
    }
    switch generator.below(100) {
    case 0..<2: return Int32(generator.below(chinese.count))
    case 2..<50: return scrambled(national.pick(using: &generator))
    case 50..<88:
      return scrambled(provincial.pick(using: &generator) + province * 15_485_863)
    default: return scrambled(generator.below(30) + school * 86_028_121)
    }
  }

  private static let national = Ranks(thaiCount, head: 300)
  private static let provincial = Ranks(20_000, head: 120)

  /// Spreads neighbouring ranks over all elements; 7919 divides no count of elements.
  private static func scrambled(_ rank: Int) -> Int32 {
    Int32(rank % thaiCount * 7919 % thaiCount)
  }

  private static let clan = Array("แซ่".utf8)
  private static let chinese = WordList(
    """
    ตั้ง ลิ้ม ลี้ อึ๊ง โง้ว เตีย แต้ เฮง ก๊วย โค้ว เจียม จึง ซิ้ม ตัน เล้า เบ๊ ปึง ผู่ พัว ฟุ้ง ย่าง
    เล่า ว่อง หลี หวัง หาน เอี๊ยบ โอ้ว ฉั่ว ห่าน
    """)
  private static let openings = WordList(
    """
    กิตติ เกษม แก้ว แก่น กล้า กาญจน์ ขุน ขวัญ คง คำ เครือ โคตร จันทร์ จันทะ จิต จอม เจริญ ชัย ชาญ ชื่น
    ชู เชื้อ โชติ ไชย ณรงค์ ดวง ดี เดช ทอง ทรัพย์ ทับ เทพ เทียน ธรรม ธนะ นวล นาค นาม นิล เนตร บุญ บัว
    บาง บุตร ประ ประทุม ปัญญา ปาน เปรม ผล ผิว พงษ์ พรม พรหม พันธุ์ พิมพ์ พิทักษ์ พูล เพชร เพิ่ม แพง
    โพธิ์ ไพ ภักดี ภู มณี มงคล มา มี มูล เมฆ เมือง ม่วง ยอด ยิ้ม รักษ์ รัตน รุ่ง เรือง ฤทธิ์ ลาภ ลา วงศ์
    วงค์ วัฒน์ วัน วิเศษ เวียง ศรี ศักดิ์ ศิริ สว่าง สม สร้อย สาย สาร สิงห์ สิทธิ์ สิน สี สุข สุด สุทธิ สุริย
    สุวรรณ เสน แสง แสน เสริม โสภา หงษ์ หนู หลวง หอม หาญ เหล่า ใหม่ อ่อน อินทร์ อินทะ อุดม อุ่น อุป เอี่ยม
    """)
  private static let middles = WordList(
    """
    กล้า กลาง เกิด ขจร ขาว แก้ว คำ คีรี งาม จรูญ จันทร์ ชล ชัย เดช ดี ตระการ ถาวร ทวี ทอง ธาร นคร นาค
    นาวา น้อย บำรุง บุญ ประเสริฐ ปัญญา แผ้ว ไพร พัฒนา ภูมิ มั่น มาลา เย็น รัตน์ ราษฎร์ ลือ วารี วิไล ศรี
    ศิลป์ สถิตย์ สนิท สมบัติ สวัสดิ์ สิงห์ สุข แสง หงส์ หาญ อำไพ อาจ อินทร์
    """)
  private static let endings = WordList(
    """
    กุล แก้ว ขันธ์ คำ งาม จักร จันทร์ เจริญ ชนะ ชัย โชค เดช ดา ดี ไทย ทอง ธรรม นนท์ นอก นาม บุตร บุญ
    ประสิทธิ์ ผล พงศ์ พงษ์ พล พันธ์ พันธุ์ ภักดิ์ ภูมิ มงคล มาตย์ มาศ ยิ่ง รักษ์ รัตน์ ราช ฤทธิ์ ลักษณ์ วงศ์
    วงษ์ วัฒน์ วิเศษ เวช ศรี ศักดิ์ ศิลป์ สกุล สมบัติ สิงห์ สิทธิ์ สุข แสง โสภณ หา อาจ อ่อน อุดม โอภาส
    """)
  private static let foreignOpenings = WordList(
    """
    กอง กยอ ขวาน จอย ตาน ทุน โบ เพียว ยู เลี่ยน วาย สวย แสน หน่อ หละ เอือง กัน คิม ชวน ซิน เต็ง เนียม
    พู พอน เมือน รอง ลิม สก ซวน หมอก ฮวด เอม
    """)
  private static let foreignEndings = WordList(
    """
    อู ลวิน เมียะ ตุน ทเว นาย เพ หม่อง เอ วุน พิน ทอง ดี สะเม็ด ราด เลียบ พา แสง จัน ไต ทู มิน อ่อง
    วงสา แก้ววง พมมะ จัก เฮือง
    """)
}
