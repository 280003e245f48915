import { useState } from 'react';
import { Link, useMatch } from 'react-router';

import { hatOf, type Hat, type Viewer } from '../viewer/viewer.ts';
import { words } from '../words/en.ts';
import { useWideScreen } from './wide-screen.ts';

interface MenuItem {
  readonly to: string;
  readonly label: string;
}

/** The band with the product's name and the reader's, and the menu below it. */
export function Header({ viewer }: { readonly viewer: Viewer | null }) {
  return (
    <header>
      <a href="#main" className="govuk-skip-link">
        {words.skip}
      </a>
      <div className="govuk-generic-header kith-header">
        <div className="govuk-generic-header__container govuk-width-container kith-header__row">
          <div className="govuk-generic-header__logo">
            <Link to="/" className="govuk-generic-header__homepage-link">
              {words.product}
            </Link>
          </div>
          {viewer !== null && <Account viewer={viewer} />}
        </div>
      </div>
      <Menu items={viewer === null ? visitorMenu : menus(viewer)[hatOf(viewer)]} />
    </header>
  );
}

function Account({ viewer }: { readonly viewer: Viewer }) {
  const [membership] = viewer.memberships;
  return (
    <div className="kith-header__account">
      <span>
        {viewer.person.name}
        {membership !== undefined && `, ${membership.organisation.name}`}
      </span>
      <form method="post" action="/sign-out">
        <button className="kith-link-button" type="submit">
          {words.account.signOut}
        </button>
      </form>
    </div>
  );
}

function Menu({ items }: { readonly items: readonly MenuItem[] }) {
  const isWide = useWideScreen();
  const [isOpen, setOpen] = useState(false);

  return (
    <div className="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label={words.menu.label} className="govuk-service-navigation__wrapper">
            <button
              type="button"
              className="govuk-service-navigation__toggle"
              aria-controls="menu"
              aria-expanded={isOpen}
              hidden={isWide}
              onClick={() => setOpen(!isOpen)}
            >
              {words.menu.toggle}
            </button>
            <ul className="govuk-service-navigation__list" id="menu" hidden={!isWide && !isOpen}>
              {items.map((item) => (
                <MenuLine item={item} onGo={() => setOpen(false)} key={item.to} />
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  );
}

function MenuLine({ item, onGo }: { readonly item: MenuItem; readonly onGo: () => void }) {
  const end = item.to === '/';
  const isHere = useMatch({ path: item.to, end }) !== null;
  return (
    <li className={`govuk-service-navigation__item${isHere ? ' govuk-service-navigation__item--active' : ''}`}>
      <Link
        to={item.to}
        onClick={onGo}
        className="govuk-service-navigation__link"
        aria-current={isHere ? 'page' : undefined}
      >
        {isHere ? <strong className="govuk-service-navigation__active-fallback">{item.label}</strong> : item.label}
      </Link>
    </li>
  );
}

const keptByProviders: readonly MenuItem[] = [
  { to: '/listings', label: words.menu.listings },
  { to: '/offers', label: words.offers.menu },
];

const visitorMenu: readonly MenuItem[] = [
  { to: '/', label: words.menu.home },
  { to: '/find', label: words.menu.find },
];

function menus(viewer: Viewer): Record<Hat, readonly MenuItem[]> {
  const agreements = {
    to: '/agreements',
    label: viewer.waitingForMe > 0 ? words.menu.waiting(viewer.waitingForMe) : words.menu.agreements,
  };
  const desk = viewer.directoryDesk === null ? [] : [{ to: '/desk', label: words.menu.desk }];
  return {
    INDIVIDUAL: [
      { to: '/', label: words.menu.home },
      { to: '/outcomes', label: words.menu.outcomes },
      { to: '/find', label: words.menu.find },
      { to: '/budget', label: words.menu.budget },
      agreements,
      { to: '/circle', label: words.circle.title },
    ],
    BROKER: [
      { to: '/', label: words.menu.work },
      { to: '/people', label: words.menu.people },
      { to: '/find', label: words.menu.directory },
      ...desk,
      agreements,
    ],
    EDITOR: [
      { to: '/', label: words.menu.desk },
      { to: '/find', label: words.menu.directory },
    ],
    PROVIDER: [
      { to: '/', label: words.menu.home },
      ...keptByProviders,
      agreements,
      { to: '/find', label: words.menu.directory },
    ],
    HELPER: [
      { to: '/', label: words.menu.home },
      { to: '/people', label: words.menu.people },
      { to: '/find', label: words.menu.find },
      agreements,
    ],
  };
}
