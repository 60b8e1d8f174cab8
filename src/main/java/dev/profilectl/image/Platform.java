package dev.profilectl.image;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/** The JDK's own readers and writers. They cannot be named, only found in the registry. */
final class Platform {
  private static final IIORegistry REGISTRY = registry();

  private Platform() {}

  /** The first touch looks for plug-ins on the class path, which is slow and not needed. */
  private static IIORegistry registry() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      return IIORegistry.getDefaultInstance();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  static ImageReader reader(String format) throws IOException {
    return find(ImageReaderSpi.class, format).createReaderInstance();
  }

  static ImageWriter writer(String format) throws IOException {
    return find(ImageWriterSpi.class, format).createWriterInstance();
  }

  private static <T extends ImageReaderWriterSpi> T find(Class<T> kind, String format) {
    Iterator<T> all = REGISTRY.getServiceProviders(kind, false);
    while (all.hasNext()) {
      T each = all.next();
      if (each.getClass().getName().startsWith("com.sun.imageio.")
          && List.of(each.getFormatNames()).contains(format)) {
        return each;
      }
    }
    throw new IllegalStateException("this Java has no " + format);
  }
}
