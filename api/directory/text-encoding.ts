import { bytesOf } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The text of a file, piece by piece: in UTF-8, or in UTF-16 when its byte-order mark says so, or in Windows-1252 when it
 * cannot be UTF-8, as tables saved by a spreadsheet are. Which it is, is known only when all of it has been looked at.
 */
export async function* textOfFile(file: SourceFile): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(file));
  for await (const bytes of bytesOf(file)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function encodingOf(file: SourceFile): Promise<string> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const bytes of bytesOf(file)) {
      if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
      if (isFirst && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
      isFirst = false;
      strict.decode(bytes, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch (error) {
    // Only what the decoder itself complains of is another encoding.
    if ((Object(error) as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'windows-1252';
    throw error;
  }
}
