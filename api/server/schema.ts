import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type PubSub } from 'type-graphql';
import { attachViews } from '../platform/read/attach.ts';
import { resolvers } from './resolvers.ts';
import { views } from './views.ts';

// Subscriptions follow the hub themselves; the library only asks that something of this shape be there.
const noPubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('Subscriptions follow the hub.');
  },
};

let made: Promise<GraphQLSchema> | undefined;

/** The schema with its resolvers and planned reads; made once in a process. */
export function makeSchema(): Promise<GraphQLSchema> {
  made ??= build();
  return made;
}

async function build(): Promise<GraphQLSchema> {
  const schema = await buildSchema({ resolvers, validate: false, pubSub: noPubSub });
  attachViews(schema, views);
  return schema;
}
