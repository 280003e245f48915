// breaks no-restricted-syntax: No default exports
/** Has no name. */
export default function acceptTerms(): string {
  return '';
}
