/// The version of the program; it stands in every manifest.
package enum KrongVersion {
  package static let number = "0.1.0"
}
