import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import type { FeedProblem } from './feed.rules.ts';
import type { SourceFile } from './source-file.ts';

/** The files in a zip, read where they lie: nothing is unpacked to disk, so a name in it can lead nowhere. */
export interface OpenZip {
  readonly files: readonly SourceFile[];
  readonly close: () => void;
}

const MOST_FILES = 2_000;
const MOST_BYTES = 2 * 1024 * 1024 * 1024;
// A file of zeros shrinks a thousandfold, a directory ten- or twentyfold.
const MOST_TIMES_SMALLER = 250;
const SMALL = 10 * 1024 * 1024;

/** Opens the zip at `path`, known as `name`; one that holds too much, is damaged or is locked is refused before any file of it is read. */
export async function openZip(path: string, name: string): Promise<Result<OpenZip, FeedProblem>> {
  let zip: ZipFile;
  try {
    // Not closed by itself, since its files are opened more than once.
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch {
    return refuseWith('OTHER_FORMAT', 'This is not a zip, or it is cut off. Fetch it again.');
  }
  const entries = await entriesOf(zip);
  if (entries.ok) {
    const files = entries.value.filter(isOfInterest).map((entry) => fileOf(zip, name, entry));
    return ok({ files, close: () => zip.close() });
  }
  zip.close();
  return entries;
}

async function entriesOf(zip: ZipFile): Promise<Result<readonly Entry[], FeedProblem>> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > MOST_FILES) return refuseWith('TOO_LARGE', `This zip holds more than ${MOST_FILES} files.`);
    }
  } catch {
    return refuseWith('OTHER_FORMAT', 'This zip is damaged, or the name of a file in it leads out of it.');
  }
  if (entries.some((entry) => entry.isEncrypted())) {
    return refuseWith('OTHER_FORMAT', 'This zip is locked with a password. Ask for one that is open.');
  }
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  const isBomb = size > SMALL && size > packed * MOST_TIMES_SMALLER;
  if (size <= MOST_BYTES && !isBomb) return ok(entries);
  return refuseWith(
    'TOO_LARGE',
    'This zip grows too large when it is unpacked. Look at what is in it, and give the folder.',
  );
}

/** Folders, and what a computer adds by itself, are left out. */
function isOfInterest({ fileName }: Entry): boolean {
  return !/\/$|(?:^|\/)(?:__MACOSX\/|\.)/.test(fileName);
}

function fileOf(zip: ZipFile, zipName: string, entry: Entry): SourceFile {
  const name = entry.fileName.split('/').at(-1) ?? entry.fileName;
  const open = () => zip.openReadStreamPromise(entry);
  return { name, path: `${zipName}/${entry.fileName}`, size: entry.uncompressedSize, open };
}
