// breaks kith/docstring
export function closeAgreement(): string {
  return 'closed';
}
