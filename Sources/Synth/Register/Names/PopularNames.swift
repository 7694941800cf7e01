/// Given names of a nation: thousands of them, a few very usual.
enum PopularNames {
  static let boys = NamePool(
    whole: GivenNames.boys, firsts: boysFirst, seconds: boysSecond, step: 1_000_003)
  static let girls = NamePool(
    whole: GivenNames.girls, firsts: girlsFirst, seconds: girlsSecond, step: 1_000_003)
  static let foreignBoys = NamePool(
    whole: GivenNames.foreignBoys, firsts: foreignFirst, seconds: GivenNames.foreignBoys,
    step: 10_007)
  static let foreignGirls = NamePool(
    whole: GivenNames.foreignGirls, firsts: foreignFirst, seconds: GivenNames.foreignGirls,
    step: 10_007)

  static func pool(_ papers: Household.Papers, _ sex: Sex) -> NamePool {
    switch (papers, sex) {
    case (.thai, .male): boys
    case (.thai, .female): girls
    case (_, .male): foreignBoys
    case (_, .female): foreignGirls
    }
  }

  private static let boysFirst = WordList(
    """
    กิตติ กฤต กฤษ กฤษฎา ก้อง กันต คุณ จักร จิร จิรา เจต ชน ชนา ชย ชยา ชัย ชาน ชิน ฐิติ ฐาน ณัฐ
    ณพ ณัท เตช ทิน ทีฆ ธน ธนา ธัญ ธรรม ธีร ธีระ นน นพ นร นันท นิติ นิธิ บวร บุญ บุณย ปกร ปฏิ ปริญ
    ปวร ปัณณ ปุณณ ปิยะ พง พงศ์ พชร พล พิชญ พิพัฒน์ พีร พีระ พุฒิ ภคิน ภัทร ภาณุ ภาส ภูมิ ภูริ มนัส
    เมธ เมธา ยศ ยุทธ รณ รพี รัช รัชต รัตน ราช ฤทธิ์ วชิร วงศ วร วรา วัฒน วิชญ วิทย วีร วุฒิ ศักดิ์ ศตวรรษ
    ศุภ ศิร ศิริ ศิว สกล สหัส สิทธิ สิร สุ สุข สุทธิ สุร อดิ อนุ อภิ อมร อรรถ อัคร อิทธิ เอก
    """)
  private static let boysSecond = WordList(
    """
    กร กฤต กานต์ กุล คุณ จักร ชัย ชาติ ชนม์ เชษฐ์ ณัฐ เดช ดล เทพ ธร ธัช นนท์ นาถ นันท์ บดี ปกรณ์
    ปรีชา พงศ์ พงษ์ พจน์ พล พร พัชร พัฒน์ พัทธ์ พันธ์ พันธุ์ พิพัฒน์ ภพ ภัทร ภาค ภูมิ มงคล เมธ ยศ
    ยุทธ รักษ์ รัตน์ ราช ฤทธิ์ วงศ์ วัช วัฒน์ วิชญ์ วิทย์ วิน วุฒิ เวช ศักดิ์ ศิลป์ สกุล สิทธิ์ สรณ์ สิน หาญ
    """)
  private static let girlsFirst = WordList(
    """
    กช กนก กมล กวิน กฤติ กัญ กัญญา กัลยา กานต์ เกศ ขวัญ จันทร์ จันทรา จิดา จิต จิร จิรา จุฑา ชญา
    ชน ชนิ ชลธิ ชุติ ญาณ ญาดา ฐิติ ณัฐ ณิชา ดวง ดารา ทิพ ทิฆัม ธน ธนัช ธัญ ธัญญ ธาริ ธิดา นภา นภัส
    นรี นลิน นวล นันท นิชา นิภา นฤ เนตร บุญ บุษ เบญจ ปณิ ปภา ปริ ปวี ปาณิ ปาริ ปาลิ ปิยะ ปุณย พชร
    พร พรรณ พัชร พิช พิชญา พิม พิมพ์ เพชร แพร ภัค ภัทร ภาวิ มณี มน มาริ มุก เมธา รมิ รวิ รัช รัตน
    รินร รุ่ง ลลิต ลักษณ์ วร วรร วรา วริ วิชญา วิภา ศศิ ศิริ ศุภ สิริ สุ สุดา สุธา สุภา สุวรร หทัย อภิ
    อมร อร อริ อัญ อาภา อินทิ อุษา
    """)
  private static let girlsSecond = WordList(
    """
    กร กมล กานต์ กานดา กุล ขวัญ จันทร์ จิต จิรา ชญา ชยา ชนก ชา ฉัตร ญา ญาณี ฐา ณา ณัฐ ณี ณิชา ดา
    ดารา ทิพย์ ทิพา ธร ธิดา ธาร นันท์ นภา นาฏ นารี นิชา นุช เนตร ปรียา ประภา พร พรรณ พัชร พิชญ์ เพ็ญ
    ภรณ์ ภัค ภัทร ภา มาศ มณี มาส มล มาลย์ ยา รัตน์ รดา รักษ์ ริน ลดา ลักษณ์ วดี วรรณ วรา วลี วัลย์
    วิภา ศิริ ศรี สา สิณี สินี สุดา สร สิริ อร อนงค์
    """)
  private static let foreignFirst = WordList(
    """
    กอ กัน ข่าย ขิ่น คำ จอ ชิด ซอ ซาน ซิน แซน ดา ตัน ตู เต็ง ถั่น ทุน ทู นอ นัน นี เนย์ บัว บุน ปู
    เปา พยู พอน เพ เมี้ยว มู เมียะ เม ยาน ยี แย รุง ลิน ละ เล วา วุด ไว สเร แสง โส หนุ่ม หม่อง เอ โอ
    """)
}
