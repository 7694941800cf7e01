/// Names of schools and subdistricts that are made up from usual words.
package enum SchoolNames {
  package static let subdistricts = WordList(
    "ในเมือง หนองบัวทอง ดอนสว่าง โคกงาม ท่าน้ำใส ห้วยทรายขาว บึงแก้ว เนินสะอาด")

  private static let things = [
    ("บัวแดง", "Bua Daeng"), ("ไผ่ล้อม", "Phai Lom"), ("ตะเคียนคู่", "Takhian Khu"),
    ("สระแก้วใส", "Sa Kaeo Sai"), ("โพธิ์งาม", "Pho Ngam"), ("น้ำดำ", "Nam Dam"),
    ("ม่วงหวาน", "Muang Wan"), ("กระทุ่มทอง", "Krathum Thong"), ("แสนสุข", "Saen Suk"),
    ("เต่าเรียง", "Tao Riang"), ("ยางเดี่ยว", "Yang Diao"), ("จิกขาว", "Chik Khao"),
    ("ขามใหญ่", "Kham Yai"), ("ปลาไหล", "Pla Lai"), ("สองห้องเหนือ", "Song Hong Nuea"),
    ("คูณเหลือง", "Khun Lueang"), ("แวงทอง", "Waeng Thong"), ("พลับพลาชัย", "Phlapphla Chai"),
    ("ตาลเอน", "Tan En"),
  ]

  private static let patterns = [
    ("อนุบาล", "", "Anuban ", ""), ("บ้านหนอง", "", "Ban Nong ", ""), ("วัด", "", "Wat ", ""),
    ("ชุมชน", "วิทยา", "Chumchon ", " Witthaya"), ("บ้านโคก", "", "Ban Khok ", ""),
    ("บ้าน", "ราษฎร์บำรุง", "Ban ", " Rat Bamrung"), ("วัดป่า", "", "Wat Pa ", ""),
    ("บ้านห้วย", "", "Ban Huai ", ""), ("บ้านดอน", "", "Ban Don ", ""),
    ("วัดท่า", "สามัคคี", "Wat Tha ", " Samakkhi"), ("", "พิทยาคม", "", " Phitthayakhom"),
  ]

  /// The Thai and the English name of a place in the register.
  package static func name(index: Int) -> (thai: String, english: String) {
    let (before, after, romanBefore, romanAfter) = patterns[index % patterns.count]
    let (thing, roman) = things[index % things.count]
    let round = index / (patterns.count * things.count)
    let number = round == 0 ? "" : " \(round + 1)"
    return (before + thing + after + number, romanBefore + roman + romanAfter + number)
  }
}
