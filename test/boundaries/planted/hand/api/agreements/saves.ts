// breaks no-restricted-syntax: No repository.save
interface Repository {
  save(row: object): Promise<void>;
}

/** Writes whatever differs, whichever that is. */
export async function keep(repository: Repository, row: object): Promise<void> {
  await repository.save(row);
}
