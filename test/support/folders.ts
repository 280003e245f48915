import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Where the migrations are. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));
