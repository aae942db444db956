//! A cargo project with one generated program, compiled again and again.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::source::{Variant, program};

/// A generated project.
pub(crate) struct Project {
    name: String,
    folder: PathBuf,
    /// Shared, so that dependencies are built once.
    target: PathBuf,
    source: String,
    /// How often it uses the rule of its variant.
    pub(crate) uses: usize,
    /// What `cargo check` took, in each round.
    pub(crate) check: Vec<Cost>,
    /// What `cargo build --release` took, in each round.
    pub(crate) build: Vec<Cost>,
}

/// What a command took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// From start to end.
    pub(crate) wall: Duration,
    /// The processors' time, where the system tells it.
    pub(crate) processor: Option<Duration>,
}

/// The parts of a program in the file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Size {
    /// Machine code.
    pub(crate) code: u64,
    /// All that is loaded, code and data.
    pub(crate) loaded: u64,
}

impl Project {
    /// Writes the project of a variant below `folder` and builds its dependencies.
    pub(crate) fn new(folder: &Path, workspace: &Path, variant: Variant, build: bool) -> io::Result<Self> {
        let name = format!("cost-{variant:?}").replace(['(', ')'], "-").trim_end_matches('-').to_lowercase();
        let target = folder.join("target");
        let folder = folder.join(&name);
        fs::create_dir_all(folder.join("src"))?;
        let core = workspace.join("odata-core");
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{}",
            variant.dependencies(&core.to_string_lossy())
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        // The versions that this workspace uses.
        fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        let (source, uses) = program(variant);
        let project = Self { name, folder, target, source, uses, check: Vec::new(), build: Vec::new() };
        project.compile(&["check"])?;
        if build {
            project.compile(&["build", "--release"])?;
        }
        Ok(project)
    }

    /// Checks the program once more.
    pub(crate) fn check(&mut self) -> io::Result<()> {
        let cost = self.compile(&["check"])?;
        self.check.push(cost);
        Ok(())
    }

    /// Builds the program once more.
    pub(crate) fn build(&mut self) -> io::Result<()> {
        let cost = self.compile(&["build", "--release"])?;
        self.build.push(cost);
        Ok(())
    }

    /// Runs cargo after the source has been touched.
    fn compile(&self, arguments: &[&str]) -> io::Result<Cost> {
        fs::write(self.folder.join("src/main.rs"), &self.source)?;
        let before = children_time();
        let start = Instant::now();
        let status = Command::new(env!("CARGO"))
            .args(arguments)
            .args(["--quiet", "--offline"])
            .current_dir(&self.folder)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", &self.target)
            .stdout(Stdio::null())
            .status()?;
        let wall = start.elapsed();
        if !status.success() {
            return Err(io::Error::other(format!("{}: cargo failed", self.folder.display())));
        }
        let processor = before.zip(children_time()).map(|(before, after)| after.saturating_sub(before));
        Ok(Cost { wall, processor })
    }

    /// The size of the program, as `size` of the binutils tells it.
    pub(crate) fn size(&self) -> io::Result<Size> {
        let output = Command::new("size").arg("-A").arg(self.target.join("release").join(&self.name)).output()?;
        let mut size = Size::default();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let mut columns = line.split_whitespace();
            let (Some(name), Some(bytes), Some(address)) = (columns.next(), columns.next(), columns.next()) else {
                continue;
            };
            let Ok(bytes) = bytes.parse::<u64>() else { continue };
            if name == ".text" {
                size.code = bytes;
            }
            if address != "0" {
                size.loaded += bytes;
            }
        }
        Ok(size)
    }
}

/// The time of processors that ended children have used, where `/proc` tells it.
fn children_time() -> Option<Duration> {
    /// The length of a tick: `/proc` counts 100 to the second.
    const TICK: Duration = Duration::from_millis(10);
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which stands in parentheses, the fields `cutime` and `cstime` are the 14th and the 15th.
    let fields: Vec<_> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = fields.get(13)?.parse::<u32>().ok()? + fields.get(14)?.parse::<u32>().ok()?;
    Some(TICK * ticks)
}
