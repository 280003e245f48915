// breaks no-console
/** Tells the terminal what belongs in the log. */
export function tell(name: string): void {
  console.log(name);
}
