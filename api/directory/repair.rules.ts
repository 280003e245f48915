// A repair is what an import had to do to a value before it could be kept. The importer decides; it is marked on the entry.
// The feed's value → repaired and marked | dropped and marked. A whole row that cannot be repaired is quarantined instead.

/** Every kind of repair, with the sentence that tells an editor what was done. */
export const REPAIRS = {
  ADDRESS_HIDDEN: 'The address must stay secret, so only the first half of its postcode is kept.',
  AGES_CROSSED: 'The youngest age was above the oldest, so the two were exchanged.',
  AGE_NONE: 'An age of -1, or an oldest age of 0, stood for “no limit”, so no limit is kept.',
  AGE_UNREADABLE: 'An age was not a number of years from 0 to 120, so it was left out.',
  AMOUNT_FORM: 'An amount was written as text, such as “£4.00”, and was read as money.',
  AMOUNT_UNREADABLE: 'An amount was not an amount of money, so it was left out.',
  AREA_CODE: 'The code of an area had lost a zero, which was put back.',
  COORDINATES_NONE: 'The coordinates 0, 0 stood for “not known”, so none are kept.',
  COORDINATES_SWAPPED: 'Latitude and longitude stood in each other’s place and were exchanged.',
  COORDINATES_UNREADABLE: 'The coordinates were not a place on earth, so none are kept.',
  DATE_FORM: 'A date was written in another form, such as 13/01/2021, and was read as a day.',
  DATE_UNREADABLE: 'A date could not be read, so it was left out.',
  DAY_FORM: 'Days of the week were written in another form and were read.',
  DAY_UNREADABLE: 'A day of the week could not be read, so it was left out.',
  EMAIL_FORM: 'An e-mail address stood among other words or addresses; the first is kept.',
  EMAIL_UNREADABLE: 'An e-mail address was not one, so it was left out.',
  EMPTY_VALUE: 'A value was null, empty or a stand-in such as “NA”, so it was left out.',
  ID_MISSING: 'There was no identifier, so one was made from the name, the organisation and the place.',
  ID_NOT_UUID: 'The identifier is not a UUID; it is kept as it came.',
  LOCATION_UNKNOWN: 'A place was named that the feed does not tell of, so it was left out.',
  MARKUP: 'Text held HTML, which became plain text.',
  NAME_MISSING: 'A part had no name and was left out.',
  ORGANISATION_UNNAMED: 'The organisation had no name, so it is named after its service.',
  PART_UNREADABLE: 'A part of the entry had another shape than the standard says, so it was left out.',
  PHONE_FORM: 'A telephone number held a label, an extension or a country code, which now stand apart.',
  PHONE_SEVERAL: 'One field held several telephone numbers, which now stand apart.',
  PHONE_UNREADABLE: 'A telephone number could not be read, so it was left out.',
  PHONE_ZERO: 'A telephone number had lost its leading zero, which was put back.',
  POSTCODE_LETTERS: 'A postcode had the letter O or I for a figure, or the other way round, and was put right.',
  POSTCODE_PART: 'The second half of a postcode could not be read, so the first half is kept.',
  POSTCODE_UNREADABLE: 'A postcode was not a UK postcode, so it was left out.',
  SPACES: 'Spaces, line ends or invisible characters were tidied.',
  STATUS_FORM: 'The status was written in another form, such as “Active”, and was read.',
  STATUS_MISSING: 'There was no status; the entry is taken to be active.',
  TEXT_CUT: 'A text was longer than can be kept and was cut.',
  TIME_FORM: 'A time of day was written in another form, such as 9am, and was read.',
  TIME_IN_DATE: 'Times of opening stood among the dates, and were read as times.',
  TIME_UNREADABLE: 'A time of day could not be read, so it was left out.',
  TIME_WORDS: 'Times of opening were told in words, which are kept as they stand.',
  WEBSITE_FORM: 'A web address had no scheme, or stray characters, and was put right.',
  WEBSITE_SEVERAL: 'One field held several web addresses; the first is kept.',
  WEBSITE_UNREADABLE: 'A web address was not one, so it was left out.',
  ZONE_MISSING: 'A moment had no time zone and was read as UK time.',
} as const;
export type Repair = keyof typeof REPAIRS;

/** Told about every repair while a row is read. */
export type Note = (repair: Repair) => void;

/** A raw object out of JSON. */
export type Raw = Readonly<Record<string, unknown>>;

/** Whether a value out of JSON is an object with fields. */
export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list out of JSON; what is no list or no object is noted and left out. */
export function rawList(value: unknown, note: Note): Raw[] {
  if (value === undefined) return [];
  if (value === null) {
    note('EMPTY_VALUE');
    return [];
  }
  if (!Array.isArray(value)) {
    note('PART_UNREADABLE');
    return [];
  }
  const objects = value.filter(isRaw);
  if (objects.length < value.length) note('PART_UNREADABLE');
  return objects;
}
