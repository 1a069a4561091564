# Production image: built with the development tools, run without them.
FROM node:24-bookworm-slim AS build
WORKDIR /pismo
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /pismo
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=root:root /pismo/package.json ./
COPY --from=build /pismo/node_modules ./node_modules
COPY --from=build /pismo/dist ./dist
COPY --from=build /pismo/office ./office
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
