export const ok = (value: unknown) => ({ ok: true, value });
