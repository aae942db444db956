//! A cargo project with one generated program, compiled again and again.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::count::{self, Function, Tool};

/// What a project is made of.
pub(crate) struct Program {
    /// The name of the project.
    pub(crate) name: String,
    /// The only file.
    pub(crate) source: String,
    /// What it depends on.
    pub(crate) dependencies: Dependencies,
}

/// What a project depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dependencies {
    /// Nothing.
    None,
    /// This framework.
    Ours,
    /// serde and `serde_json`.
    Serde,
}

impl Dependencies {
    /// The lines of the manifest.
    fn lines(self, core: &str) -> String {
        match self {
            Self::None => String::new(),
            Self::Ours => format!("odata-core = {{ path = {core:?} }}\n"),
            Self::Serde => "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n".to_owned(),
        }
    }
}

/// A generated project.
pub(crate) struct Project {
    name: String,
    folder: PathBuf,
    /// Shared, so that dependencies are built once.
    target: PathBuf,
    source: String,
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
    /// The processors' time, where the system reports it.
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
    /// Writes a project below `folder` and builds its dependencies.
    pub(crate) fn new(folder: &Path, workspace: &Path, program: &Program) -> io::Result<Self> {
        let Program { name, source, dependencies } = program;
        let target = folder.join("target");
        let folder = folder.join(name);
        fs::create_dir_all(folder.join("src"))?;
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{}",
            dependencies.lines(&workspace.join("odata-core").to_string_lossy())
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        // The versions that this workspace uses.
        fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        let project =
            Self { name: name.clone(), folder, target, source: source.clone(), check: Vec::new(), build: Vec::new() };
        project.compile(&["check"])?;
        Ok(project)
    }

    /// Checks the program again.
    pub(crate) fn check(&mut self) -> io::Result<()> {
        let cost = self.compile(&["check"])?;
        self.check.push(cost);
        Ok(())
    }

    /// Builds the program and its dependencies, unmeasured.
    pub(crate) fn prepare_build(&self) -> io::Result<()> {
        self.compile(&["build", "--release"]).map(drop)
    }

    /// Builds the program again.
    pub(crate) fn build(&mut self) -> io::Result<()> {
        let cost = self.compile(&["build", "--release"])?;
        self.build.push(cost);
        Ok(())
    }

    /// Builds the program, with these variables in the environment, and runs it.
    pub(crate) fn run_built(&self, variables: &[(&str, &str)]) -> io::Result<()> {
        let mut cargo = self.cargo(&["run"])?;
        cargo.envs(variables.iter().copied()).stdout(Stdio::inherit());
        self.run(&mut cargo)
    }

    /// The instructions of one check.
    pub(crate) fn instructions(&self) -> io::Result<u64> {
        count::total(&self.counted(Tool::Cachegrind)?)
    }

    /// What each function takes in one check.
    pub(crate) fn functions(&self) -> io::Result<HashMap<String, Function>> {
        count::functions(&self.counted(Tool::Callgrind)?)
    }

    /// Checks the program under valgrind.
    fn counted(&self, tool: Tool) -> io::Result<PathBuf> {
        let output = self.folder.join("valgrind.out");
        // What an earlier run has left would be taken for this one's.
        if output.exists() {
            fs::remove_file(&output)?;
        }
        let mut cargo = self.cargo(&["check"])?;
        count::wrap(&mut cargo, tool, &output)?;
        self.run(&mut cargo)?;
        Ok(output)
    }

    /// Runs cargo and measures.
    fn compile(&self, arguments: &[&str]) -> io::Result<Cost> {
        let mut cargo = self.cargo(arguments)?;
        let before = children_time();
        let start = Instant::now();
        self.run(&mut cargo)?;
        let wall = start.elapsed();
        let processor = before.zip(children_time()).map(|(before, after)| after.saturating_sub(before));
        Ok(Cost { wall, processor })
    }

    /// Cargo, with work to do because the source has been touched.
    fn cargo(&self, arguments: &[&str]) -> io::Result<Command> {
        fs::write(self.folder.join("src/main.rs"), &self.source)?;
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(arguments)
            .args(["--quiet", "--offline"])
            .current_dir(&self.folder)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", &self.target)
            .stdout(Stdio::null());
        Ok(cargo)
    }

    fn run(&self, cargo: &mut Command) -> io::Result<()> {
        if cargo.status()?.success() {
            return Ok(());
        }
        Err(io::Error::other(format!("{}: cargo failed", self.folder.display())))
    }

    /// The size of the program, as `size` of the binutils prints it.
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

/// The time of processors that ended children have used, where `/proc` has it.
fn children_time() -> Option<Duration> {
    /// The length of a tick: `/proc` counts 100 to the second.
    const TICK: Duration = Duration::from_millis(10);
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // After the name, which is in parentheses, the fields `cutime` and `cstime` are the 14th and the 15th.
    let fields: Vec<_> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = fields.get(13)?.parse::<u32>().ok()? + fields.get(14)?.parse::<u32>().ok()?;
    Some(TICK * ticks)
}
