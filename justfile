# The commands of CONTRIBUTING.md, for https://just.systems. `just` lists them.

default:
    @just --list

# What has to pass before a change is handed in.
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets --all-features -- -D warnings
    cargo test --workspace
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --all-features --no-deps

# All checks, as on a fresh machine.
ci:
    .ci/run

# Writes the snapshots of expansions and of compile errors again; read the diff afterwards.
bless:
    ODATA_BLESS=1 cargo test -p odata-derive --lib
    TRYBUILD=overwrite cargo test -p odata-derive --test ui

# The tables of BENCHMARKS.md.
bench:
    cargo bench -p odata-tests --bench ratios
    cargo bench -p odata-tests --bench service

# Whether the public items still fit the version, compared with an earlier commit or tag. Needs cargo-semver-checks.
semver since:
    cargo semver-checks --baseline-rev {{ since }} -p odata-core -p odata-service

# What a release has to pass, in this order; `since` is the tag of the last one.
release since: ci (semver since)
    cargo deny check
    cargo package --workspace
