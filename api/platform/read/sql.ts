/** A piece of SQL whose values stand apart from its text: `strings[0] value[0] strings[1] …`. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/** Writes SQL in which every interpolated value becomes a parameter, except a piece of SQL, which is set in as it stands. */
export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  return weave(strings, parts);
}

/** Takes text into SQL as it stands; only for text written by us, never for text that came from outside. */
export function trusted(text: string): Sql {
  return new Sql([text], []);
}

/** Quotes a name of a table, column or alias; throws for what is not a plain name. */
export function named(identifier: string): Sql {
  if (!/^[a-z_]\w*(\.[a-z_]\w*)*$/i.test(identifier)) throw new Error(`Not a plain SQL name: ${identifier}`);
  return trusted(
    identifier
      .split('.')
      .map((part) => `"${part}"`)
      .join('.'),
  );
}

/** Quotes a text constant, for the keys of JSON objects. */
export function quoted(text: string): Sql {
  return trusted(`'${text.replaceAll("'", "''")}'`);
}

/** Joins pieces with a separator, such as `, ` or ` and `. */
export function joined(pieces: readonly Sql[], separator: string): Sql {
  if (pieces.length === 0) return trusted('');
  const strings = ['', ...pieces.slice(1).map(() => separator), ''];
  return weave(strings, pieces);
}

/** Puts another value in the place of each value, in order; the text stays the same. */
export function withValues(piece: Sql, replace: (value: unknown, index: number) => unknown): Sql {
  return new Sql(piece.strings, piece.values.map(replace));
}

/** Text with `$1 …` and the values in that order; a value met twice (by identity, objects only) is one parameter. */
export function numbered(piece: Sql): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const places = new Map<object, number>();
  let text = piece.strings[0] ?? '';

  piece.values.forEach((value, index) => {
    let place = isObject(value) ? places.get(value) : undefined;
    if (place === undefined) {
      place = values.push(value);
      if (isObject(value)) places.set(value, place);
    }
    text += `$${place}${piece.strings[index + 1] ?? ''}`;
  });

  return { text, values };
}

function weave(strings: readonly string[], parts: readonly unknown[]): Sql {
  const texts = [strings[0] ?? ''];
  const values: unknown[] = [];
  const append = (text: string) => {
    texts[texts.length - 1] += text;
  };

  parts.forEach((part, index) => {
    if (part instanceof Sql) {
      append(part.strings[0] ?? '');
      texts.push(...part.strings.slice(1));
      values.push(...part.values);
    } else {
      values.push(part);
      texts.push('');
    }
    append(strings[index + 1] ?? '');
  });

  return new Sql(texts, values);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
