import { hostname } from 'node:os';
import type { TaskList } from 'graphile-worker';
import { ANONYMOUS } from '../common/viewer.ts';
import { sendLetters } from '../directory/send-letters.ts';
import { writeReminders } from '../directory/write-reminders.ts';
import { sendInvitations } from '../memberships/send-invitations.ts';
import { makeContext, type Context } from '../platform/context.ts';
import { openDatabase } from '../platform/database.ts';
import type { Environment } from '../platform/environment.ts';
import { makeLog } from '../platform/log.ts';
import { openMailer } from '../platform/mailer.ts';
import { databaseUrls } from '../platform/database-urls.ts';
import { entities } from './entities.ts';
import { linksOf } from './letter-links.ts';

/** What was done in one round of the waiting work. */
export interface WorkDone {
  written: number;
  sent: number;
  failed: number;
}

// Invitations at once: somebody waits for them. Letters in the morning of the working day; those that wait, and those that an editor asked for, every five minutes.
const CALENDAR = '0 6 * * * write_reminders ?fill=1d\n*/5 * * * * send_letters\n* * * * * send_invitations';

/** Does what waits as the calendar says, until it is told to stop. The libraries are read only now: starting must not wait for them. */
export async function startWork(
  ownerUrl: string,
  environment: Environment,
  home: string,
): Promise<() => Promise<void>> {
  const { Logger, run } = await import('graphile-worker');
  const shop = await openShop(ownerUrl, environment, home);
  try {
    const runner = await run({
      connectionString: databaseUrls(ownerUrl).system,
      taskList: tasksOf(shop),
      crontab: CALENDAR,
      concurrency: 1,
      maxPoolSize: 2,
      noHandleSignals: true,
      pollInterval: 30_000,
      logger: new Logger(() => quietly(shop.ctx)),
    });
    return async () => {
      await runner.stop();
      await shop.close();
    };
  } catch (error) {
    await shop.close();
    throw error;
  }
}

/** Does once what waits, now: writes the letters that are due and sends those that wait. */
export async function workOnce(ownerUrl: string, environment: Environment): Promise<WorkDone> {
  const { Logger, makeWorkerUtils, runOnce } = await import('graphile-worker');
  const shop = await openShop(ownerUrl, environment, linksOf(ownerUrl, environment).home);
  const connectionString = databaseUrls(ownerUrl).system;
  const logger = new Logger(() => quietly(shop.ctx));
  const utils = await makeWorkerUtils({ connectionString, logger });
  try {
    // One queue, so that letters are written before they are sent.
    for (const task of ['write_reminders', 'send_letters', 'send_invitations'])
      await utils.addJob(task, {}, { jobKey: task, queueName: 'letters', maxAttempts: 1 });
    await runOnce({ connectionString, taskList: tasksOf(shop), noHandleSignals: true, maxPoolSize: 2, logger });
    return shop.done;
  } finally {
    await utils.release();
    await shop.close();
  }
}

interface Shop {
  readonly ctx: Context;
  readonly done: WorkDone;
  readonly mailer: Awaited<ReturnType<typeof openMailer>>;
  close(): Promise<void>;
}

async function openShop(ownerUrl: string, environment: Environment, home: string): Promise<Shop> {
  const db = await openDatabase({ url: databaseUrls(ownerUrl).system, entities, size: 2 });
  const links = { ...linksOf(ownerUrl, environment), home };
  const mailer = await openMailer(environment);
  return {
    ctx: makeContext({ viewer: ANONYMOUS, db, log: makeLog(environment), links, requestId: `work ${hostname()}` }),
    done: { written: 0, sent: 0, failed: 0 },
    mailer,
    close: async () => {
      mailer?.close();
      await db.close();
    },
  };
}

function tasksOf({ ctx, done, mailer }: Shop): TaskList {
  return {
    write_reminders: async () => {
      done.written += await writeReminders(ctx);
    },
    send_letters: async () => {
      const { sent, failed } = await sendLetters(ctx, mailer);
      done.sent += sent;
      done.failed += failed;
    },
    send_invitations: async () => {
      const { sent, failed } = await sendInvitations(ctx, mailer);
      done.sent += sent;
      done.failed += failed;
    },
  };
}

/** The library's own words go to our log where they tell of trouble, without what it was told. */
function quietly({ log }: Context): LogOne {
  return (level) => {
    if (level === 'error') log.error({ event: 'work_failed' }, 'a piece of waiting work failed');
  };
}

type LogOne = (level: string, message: string) => void;
