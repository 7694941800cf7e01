/// The first value of each class, found once for each sex and each age or height that occurs.
struct GrowthLimits {
  private static let unknown: Int32 = -1
  private static let none: Int32 = -2

  private let measure: GrowthMeasure
  private let cuts: [GrowthCut]
  private let reference: GrowthReference
  /// For each place of the male, then of the female: where its limits begin.
  private var starts: [Int32]
  private let placeCount: Int
  private var limits: [Int32] = []

  init(
    _ measure: GrowthMeasure, _ cuts: [GrowthCut], _ reference: GrowthReference, places: [Int32]
  ) {
    self.measure = measure
    self.cuts = cuts
    self.reference = reference
    placeCount = Int(places.max() ?? 0).clamped(to: 0...Int(GrowthReference.mostHundredths)) + 1
    starts = Array(repeating: Self.unknown, count: placeCount * GrowthSex.allCases.count)
  }

  /// The class of a value; not assessed where the reference has no line.
  mutating func place(of value: Int32, at place: Int32, sex: UInt8) -> UInt8 {
    guard place < placeCount else { return GrowthRows.notAssessed }
    let index = Int(sex) * placeCount + Int(place)
    if starts[index] == Self.unknown { starts[index] = start(at: Int(place), sex: Int(sex)) }
    let start = Int(starts[index])
    guard start >= 0 else { return GrowthRows.notAssessed }
    var passed: UInt8 = 0
    for cut in start..<start + cuts.count where value >= limits[cut] { passed += 1 }
    return passed
  }

  private mutating func start(at place: Int, sex: Int) -> Int32 {
    guard let curve = reference.curve(measure, GrowthSex.allCases[sex], at: place) else {
      return Self.none
    }
    let start = limits.count
    limits += cuts.map { curve.firstHundredths(of: $0) }
    return Int32(start)
  }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
