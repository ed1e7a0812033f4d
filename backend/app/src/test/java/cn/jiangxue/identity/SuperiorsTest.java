package cn.jiangxue.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.WholeBackend;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who looks on when an institution is late. */
@WholeBackend
class SuperiorsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Site site;

    @Autowired
    Superiors superiors;

    @Test
    void the_organisation_directly_above_and_its_own_recognition_officers() {
        UUID city = site.organisation(OrganisationKind.UNION_CITY, site.national());
        UUID institution = site.organisation(OrganisationKind.INSTITUTION, city);
        UUID officer = site.person(Role.RECOGNITION_OFFICER, city).personId();
        site.person(Role.RECOGNITION_OFFICER, institution);
        site.person(Role.ADMINISTRATOR, city);

        assertThat(superiors.above(institution).block(PATIENCE)).isEqualTo(city);
        assertThat(superiors.officers(city).collectList().block(PATIENCE)).containsExactly(officer);
        assertThat(superiors.above(site.national()).block(PATIENCE)).isNull();
        assertThat(superiors.above(UUID.randomUUID()).block(PATIENCE)).isNull();
    }
}
