// breaks no-restricted-syntax: Write a const object
export enum State {
  PROPOSED = 'PROPOSED',
}
