/** One e-mail, as plain text. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What hands e-mails to the mail server. */
export interface Mailer {
  /** Resolves once the mail server has taken the message; rejects with its refusal. */
  send(message: Message): Promise<void>;
  close(): void;
}

/** Opens the mailer that the environment names; null when it names none. The library is read only then. */
export async function openMailer({ mail }: { readonly mail: MailSettings | null }): Promise<Mailer | null> {
  if (mail === null) return null;
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(
    { url: mail.url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from: mail.from, headers: { 'Auto-Submitted': 'auto-generated' } },
  );
  return {
    send: async (message) => {
      await transport.sendMail({ ...message, disableFileAccess: true, disableUrlAccess: true });
    },
    close: () => transport.close(),
  };
}

/** How letters leave. */
export interface MailSettings {
  /** Address of the mail server, with user and password where it asks for them. */
  readonly url: string;
  /** Whom letters come from. */
  readonly from: string;
}

/** Why a message was not taken, as a code without anything of the message, and whether it is no use to try again. */
export function failureOf(error: unknown): { readonly code: string; readonly isFinal: boolean } {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown };
  const isFinal = typeof responseCode === 'number' && responseCode >= 500;
  return { code: String(responseCode ?? code ?? 'UNKNOWN').slice(0, 100), isFinal };
}
