package dev.profilectl.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The program as a command in a folder, for shells and terminals of tests.
 *
 * @param home where it keeps things; the command is in {@code bin} below it
 */
public record TypedProgram(Path home) {
  /** Writes the command. */
  public static TypedProgram in(Path home) throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    Path command = bin.resolve("profilectl");
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    Files.writeString(
        command,
        """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable \\
          --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dfile.encoding=UTF-8 \\
          -cp '%s' dev.profilectl.Main "$@"
        """
            .formatted(java, absolute(System.getProperty("java.class.path"))));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new TypedProgram(home);
  }

  private static String absolute(String classPath) {
    StringBuilder all = new StringBuilder();
    for (String part : classPath.split(":", -1)) {
      all.append(all.isEmpty() ? "" : ":").append(Path.of(part).toAbsolutePath());
    }
    return all.toString();
  }

  /** What a shell needs to find it, and to be the same everywhere. */
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", home.toString());
    environment.put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("PROFILECTL_BCRYPT_COST", "4");
    environment.put("LC_ALL", "C.UTF-8");
    for (String name : new String[] {"DATA", "CONFIG", "STATE", "CACHE"}) {
      environment.put(
          "XDG_" + name + "_HOME", home.resolve(name.toLowerCase(Locale.ROOT)).toString());
    }
    return environment;
  }
}
