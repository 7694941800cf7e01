/// Which schools teach a grade, by their places in the register.
struct TeachingSchools: Sendable {
  private struct Key: Hashable {
    let office: String
    /// Nil for the whole office.
    let subdistrict: Int?
    let grade: Grade
  }

  private var places: [Key: [Int]] = [:]

  init(_ schools: [SyntheticSchool]) {
    for school in schools {
      for grade in school.grades {
        for subdistrict in [nil, school.subdistrict] {
          let key = Key(office: school.officeCode, subdistrict: subdistrict, grade: grade)
          places[key, default: []].append(school.index)
        }
      }
    }
  }

  /// All schools of the office that teach a grade.
  func teaching(_ grade: Grade, inOfficeOf school: SyntheticSchool) -> [Int] {
    places[Key(office: school.officeCode, subdistrict: nil, grade: grade)] ?? []
  }

  /// The schools of the subdistrict that teach a grade.
  func teaching(_ grade: Grade, near school: SyntheticSchool) -> [Int] {
    places[Key(office: school.officeCode, subdistrict: school.subdistrict, grade: grade)] ?? []
  }
}
