# Kith's API and client in one image; the database is another (see docker-compose.yml).
FROM node:22-slim

WORKDIR /kith
RUN chown node:node /kith
USER node

COPY --chown=node:node package.json package-lock.json ./
RUN npm ci --omit=dev

COPY --chown=node:node . .
RUN node --import tsx api/server/command-line.ts client build

ENV HOST=0.0.0.0 PORT=4000 KITH_DATA=/kith/.kith
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=5 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: it must get the signal that ends it.
CMD ["node", "start.mjs"]
