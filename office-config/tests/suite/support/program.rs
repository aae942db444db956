//! Runs of the program.

use std::{
    fs::File,
    io::{BufRead as _, BufReader, Read as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;

use super::client::Client;

/// Returns the path of a fixture.
pub fn fixture_path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Returns the text of a fixture.
pub fn fixture(name: &str) -> String {
    std::fs::read_to_string(fixture_path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Returns a fixture as a JSON value.
pub fn json_fixture(name: &str) -> serde_json::Value {
    serde_json::from_str(&fixture(name)).unwrap()
}

/// A run of the program that has ended.
#[derive(Debug)]
pub struct Ended {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// Runs the program in a folder until it ends.
pub fn run(folder: &Path, arguments: &[&str]) -> Ended {
    let output = command(folder, arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Returns a command that runs the program in a folder.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_office-config"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command
}

/// The program, serving on a free port. It is killed on drop.
#[derive(Debug)]
pub struct Server {
    child: Child,
    stdout: BufReader<ChildStdout>,
    stderr: PathBuf,
    folder: PathBuf,
    own_folder: Option<TempDir>,
    pub url: String,
}

impl Server {
    /// Starts the program in an empty folder of its own.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut server = Self::start_in(folder.path(), &[]);
        server.own_folder = Some(folder);
        server
    }

    /// Starts the program in a folder, with further arguments.
    pub fn start_in(folder: &Path, arguments: &[&str]) -> Self {
        let stderr = folder.join("stderr");
        let arguments = [&["serve", "--listen", "127.0.0.1:0"], arguments].concat();
        let mut command = command(folder, &arguments);
        let errors = File::create(&stderr).unwrap();
        let mut child = command.stdout(Stdio::piped()).stderr(errors).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let url = line.strip_prefix("listening on ").unwrap_or_else(|| {
            panic!("{line:?}, {}", std::fs::read_to_string(&stderr).unwrap());
        });
        let url = url.trim_end().to_owned();
        Self { child, stdout, stderr, folder: folder.to_owned(), own_folder: None, url }
    }

    /// Reads the line after `listening on`.
    pub fn second_line(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        line
    }

    /// Returns the standard error of the program.
    pub fn stderr(&self) -> String {
        std::fs::read_to_string(&self.stderr).unwrap()
    }

    /// Returns the address of the server, without `http://`.
    pub fn address(&self) -> &str {
        self.url.strip_prefix("http://").unwrap()
    }

    /// Returns a token, made by the program's command `token`.
    pub fn token(&self, arguments: &[&str]) -> String {
        token(&self.folder, arguments)
    }

    /// Returns a client with the default token.
    pub fn client(&self) -> Client {
        self.client_with(&[])
    }

    /// Returns a client with a token that the command `token` makes with these arguments.
    pub fn client_with(&self, arguments: &[&str]) -> Client {
        Client::new(&self.url, Some(self.token(arguments)))
    }

    /// Returns a client without a token.
    pub fn stranger(&self) -> Client {
        Client::new(&self.url, None)
    }

    /// Kills the program at once, as `kill -9` does.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Sends a signal.
    pub fn signal(&self, name: &str) {
        // Every shell has `kill`, but not every system has it as a program.
        let line = format!("kill -s {name} {}", self.child.id());
        let status = Command::new("sh").args(["-c", &line]).status().unwrap();
        assert!(status.success());
    }

    /// Waits for the end of the program, and returns the rest of its standard output.
    pub fn wait(&mut self) -> (ExitStatus, String) {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                let mut rest = String::new();
                self.stdout.read_to_string(&mut rest).unwrap();
                return (status, rest);
            }
            assert!(Instant::now() < deadline, "the program does not end");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns what the command `token` prints, which is one line.
pub fn token(folder: &Path, arguments: &[&str]) -> String {
    let ended = run(folder, &[&["token"], arguments].concat());
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    let token = ended.stdout.strip_suffix('\n').unwrap();
    assert!(!token.contains('\n'));
    token.to_owned()
}
