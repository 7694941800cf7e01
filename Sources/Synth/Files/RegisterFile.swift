/// The register of schools in the older CSV form.
package enum RegisterFile {
  package static let path = "register/schools.csv"
  private static let headers = [
    "รหัสเขตพื้นที่การศึกษา", "ชื่อเขตพื้นที่การศึกษา", "รหัสโรงเรียน", "รหัสกระทรวง (10 หลัก)", "ชื่อโรงเรียน",
    "ชื่อโรงเรียน (อังกฤษ)", "ตำบล", "อำเภอ", "ระดับที่เปิดสอน",
  ]

  package static func make(_ schools: [SyntheticSchool]) -> SyntheticFile {
    var sheet = DelimitedSheet(newline: "\r\n", encoding: .utf8WithMark)
    _ = sheet.append(Row(headers))
    for school in schools {
      _ = sheet.append(
        Row([
          school.officeCode, school.officeName, school.code, school.ministryCode, school.name,
          school.english, SchoolNames.subdistricts.text(school.subdistrict),
          SyntheticSchool.district,
          school.levels.text,
        ]))
    }
    return SyntheticFile(path: "input/" + path, bytes: sheet.finish())
  }

  /// The place of a school's code in the register.
  package static func place(of school: SyntheticSchool) -> RowPlace {
    RowPlace(file: path, sheet: "", row: school.index + 2)
  }
}
