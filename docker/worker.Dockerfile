# The worker: solves matching rounds and fills places again. Run as many as there are cores to spare.

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
COPY --from=build /app/dist/apps/worker dist/apps/worker
# Everything above belongs to root: who runs it can read it and change nothing.
USER node
ENV HEARTBEAT_FILE=/home/node/heartbeat
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "dist/apps/worker/src/heartbeat-check.js"]
CMD ["node", "dist/apps/worker/src/main.js"]
