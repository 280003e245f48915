/** The text of a file in UTF-8, or in UTF-16 when its byte-order mark says so, or in Windows-1252 when it cannot be UTF-8. */
export function decoded(bytes: Buffer): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Tables saved by a spreadsheet on Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
