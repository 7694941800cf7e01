/// The words of DMC for what is chosen from a list.
package enum Vocabulary {
  package static let occupations = WordList(
    """
    ไม่ได้ประกอบอาชีพ รับราชการ พนักงานรัฐวิสาหกิจ นักธุรกิจ-ค้าขาย เกษตรกรรม รับจ้าง
    พนักงาน/เจ้าหน้าที่รัฐ/ลูกจ้าง
    """)
  package static let religions = WordList("พุทธ อิสลาม คริสต์")
  package static let nationalities = WordList("ไทย เมียนมา ลาว กัมพูชา")
  package static let bloodGroups = WordList("O B A AB -")
  package static let roads = WordList("- ถนนสุขสันต์ ถนนเลียบคลอง ซอยร่มเย็น ถนนประชาร่วมใจ")
  package static let relations = WordList("บิดา มารดา ยาย ตา ป้า ลุง")
  package static let disadvantages = WordList("- เด็กยากจน ชนกลุ่มน้อย")
}
