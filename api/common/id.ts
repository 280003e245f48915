const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text can be an identifier at all; one that cannot is the same as one that is not there. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
