import { mapExchange, type Client, type Exchange, type Operation } from 'urql';

/** Remembers the queries on the screen, so that they can be asked again after pushes were down. */
export class Refresher {
  readonly #onScreen = new Map<number, Operation>();

  /** The exchange that sees every operation pass; it stands first in the client's list. */
  exchange(): Exchange {
    return mapExchange({
      onOperation: (operation) => {
        if (operation.kind === 'query') this.#onScreen.set(operation.key, operation);
        if (operation.kind === 'teardown') this.#onScreen.delete(operation.key);
      },
    });
  }

  /** Asks the API afresh for everything that is on the screen. */
  refresh(client: Client): void {
    for (const operation of this.#onScreen.values()) {
      const context = { ...operation.context, requestPolicy: 'network-only' as const };
      client.reexecuteOperation(client.createRequestOperation('query', operation, context));
    }
  }
}
