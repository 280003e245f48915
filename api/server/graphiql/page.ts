import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { getOperationAST, parse } from 'graphql';
import { createClient } from 'graphql-ws';
import { type ComponentProps, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';
import { STORIES } from './stories.ts';

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];

const address = new URL('/graphql', window.location.href);
const socket = createClient({ url: address.href.replace(/^http/, 'ws'), lazy: true });

const ask = (async ({ query, operationName, variables }, options) => {
  const asked = { query, operationName, variables: variables as Record<string, unknown> | undefined };
  if (getOperationAST(parse(query), operationName)?.operation === 'subscription') return socket.iterate(asked);

  const headers = {
    ...options?.headers,
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
  };
  const answer = await fetch(address, {
    method: 'POST',
    headers,
    body: JSON.stringify(asked),
    credentials: 'same-origin',
  });
  return answer.json() as Promise<Record<string, unknown>>;
}) as Fetcher;

const place = document.getElementById('graphiql');
const defaultTabs = STORIES.map(({ query, variables = '' }) => ({ query, variables, headers: '' }));
if (place)
  createRoot(place).render(createElement(GraphiQL, { fetcher: ask, defaultTabs, shouldPersistHeaders: false }));
