# The server: REST, pages, health and metrics.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY .npmrc package.json package-lock.json ./
# Without the embedded PostgreSQL, which is an optional package for machines that have no database of their own.
RUN npm ci --omit=optional --no-audit --no-fund
COPY tsconfig.json ./
COPY apps apps
COPY libs libs
RUN npm run -s build && npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist/libs dist/libs
COPY --from=build /app/dist/apps/server dist/apps/server
# The compiler copies none of these, so the server reads them where they lie among the sources.
COPY apps/server/src/web/templates apps/server/src/web/templates
COPY libs/pages/assets libs/pages/assets
COPY libs/pages/templates libs/pages/templates
# Everything above belongs to root: who runs it can read it and change nothing.
USER node
# 0.0.0.0 is the network of the container, which nobody enters but through what is published.
ENV HOST=0.0.0.0 PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/server/src/main.js"]
