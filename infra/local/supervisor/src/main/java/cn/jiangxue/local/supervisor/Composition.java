package cn.jiangxue.local.supervisor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a site is made of. */
interface Composition {
    List<ChildSpec> children(Options options, DataFolder data, Map<String, Integer> ports, String publicBaseUrl);

    /** What brings the sample people and courses in, once everything answers; empty when there are none. */
    Optional<Demo> demo(DataFolder data, Map<String, Integer> ports, Progress progress);

    /** The product: three stores and three services. */
    final class Product implements Composition {
        @Override
        public List<ChildSpec> children(
                Options options, DataFolder data, Map<String, Integer> ports, String publicBaseUrl) {
            return Plan.children(options, data, ports, publicBaseUrl);
        }

        @Override
        public Optional<Demo> demo(DataFolder data, Map<String, Integer> ports, Progress progress) {
            return Optional.of(new Demo(data, ports, progress));
        }
    }
}
