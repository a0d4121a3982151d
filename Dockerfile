# One static binary in an empty image: docker run --rm -v "$PWD:/site:ro" vigie audit _site
FROM rust:1-alpine AS build
RUN apk add --no-cache musl-dev
WORKDIR /src
COPY . .
# On Alpine the toolchain's own target is musl, linked statically.
RUN cargo install --locked --path . --root /out

FROM scratch
COPY --from=build /out/bin/vigie /vigie
WORKDIR /site
ENTRYPOINT ["/vigie"]
CMD ["--help"]
