import './styles/kith.scss';

import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Provider } from 'urql';

import { App } from './App.tsx';
import { makeClient } from './client.ts';
import { LiveLink } from './live/live-link.ts';
import { Refresher } from './live/refresh-exchange.ts';

const link = new LiveLink(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`);
const refresher = new Refresher();
const root = document.getElementById('kith');

if (root !== null) {
  createRoot(root).render(
    <Provider value={makeClient(link, refresher)}>
      <BrowserRouter>
        <App link={link} refresher={refresher} />
      </BrowserRouter>
    </Provider>,
  );
}
