import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function textScalar(
  name: string,
  description: string,
  example: string,
  isWellFormed: (text: string) => boolean,
): GraphQLScalarType {
  const read = (value: unknown): string => {
    if (typeof value === 'string' && isWellFormed(value)) return value;
    throw new GraphQLError(`${name} is written like "${example}".`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** An instant, in UTC. */
export const DateTime = textScalar(
  'DateTime',
  'Instant in UTC, such as "2026-11-22T10:42:00Z".',
  '2026-11-22T10:42:00Z',
  (text) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)),
);

/** A day of the calendar. */
export const DateScalar = textScalar('Date', 'Day of the calendar, such as "2026-12-04".', '2026-12-04', (text) => {
  // Years before 1000 mean a slip of the hand; PostgreSQL has no year 0.
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
});

/** A time of day. */
export const LocalTime = textScalar(
  'LocalTime',
  'Time of day where the support is given, such as "13:00".',
  '13:00',
  (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
);

/** An exact decimal number. */
export const Decimal = textScalar('Decimal', 'Exact decimal number as text, such as "22.10".', '22.10', (text) =>
  /^-?\d{1,12}(\.\d{1,2})?$/.test(text),
);
