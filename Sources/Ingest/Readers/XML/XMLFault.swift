/// Why a part's XML cannot be read, without its place; whoever knows the place adds it.
struct XMLFault: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
