// breaks no-warning-comments
/** Closes an agreement. */
export function closeAgreement(): string {
  // TODO close it
  return 'closed';
}
